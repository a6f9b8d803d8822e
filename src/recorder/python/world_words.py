"""What HTTP calls the numbers of its answers, as far as a world may state them."""

from http import HTTPStatus

REASONS = {status.value: status.phrase for status in HTTPStatus}
